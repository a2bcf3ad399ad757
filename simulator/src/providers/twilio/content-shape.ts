export type Shape = {
  body?: string;
  title?: string;
  subtitle?: string;
  footer?: string;
  header_text?: string;
  media?: string[];
  actions?: { type?: string; title: string; url?: string; phone?: string; id?: string }[];
};

/** A content as the Content API tells it, with its approval by WhatsApp. */
export type Content = {
  sid: string;
  account_sid: string;
  friendly_name: string;
  language: string;
  variables: Record<string, string>;
  types: Record<string, Shape>;
  date_created: string;
  date_updated: string;
  approval_requests: {
    name: string;
    category: string;
    content_type: string;
    status: string;
    rejection_reason: string;
    allow_category_change: boolean;
  };
};
