export type TemplateComponent = {
  type: string;
  format?: string;
  text?: string;
  example?: Record<string, unknown>;
  buttons?: {
    type: string;
    text: string;
    url?: string;
    phone_number?: string;
    payload?: string;
    example?: unknown;
  }[];
};

/** A template, as the Graph API lists it. */
export type KeptTemplate = {
  id: string;
  name: string;
  language: string;
  category: string;
  status: string;
  components: TemplateComponent[];
  parameter_format?: string;
  rejected_reason?: string;
  quality_score?: { score: string };
};
