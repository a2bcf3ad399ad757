/** What is told to a member whose way to sign in was changed. */
export type SignInFacts = { name: string; when: string; where: string; url: string };

/** All that the functions say to customers and members by themselves, in Spanish. */
export const es = {
  passwordChanged: {
    subject: "Tu contraseña de Hilo cambió",
    text: ({ name, when, where, url }: SignInFacts) => `Hola, ${name}:

La contraseña con la que entras a ${where} cambió el ${when}. Las sesiones abiertas antes terminaron.

Si fuiste tú, no hay nada que hacer.

Si no fuiste tú, entra en ${url}, elige «¿Olvidaste tu contraseña?» para crear otra y avisa a quien administra ${where}: puede cerrar tus sesiones y desactivar tu cuenta.`,
  },
  mailboxChanged: {
    subject: "El correo con el que entras a Hilo cambió",
    text: ({ name, when, where }: SignInFacts) => `Hola, ${name}:

Desde el ${when} se entra a ${where} con otro correo en lugar de este. Las sesiones abiertas antes terminaron.

Si fuiste tú, no hay nada que hacer.

Si no fuiste tú, avisa ahora a quien administra ${where}: puede desactivar tu cuenta e invitar de nuevo a este correo.`,
  },
  /** A mail that carries what somebody did not see in a chat. */
  unseen: {
    subject: (title: string) => `Respuesta de ${title}`,
    why: (title: string, stopUrl: string) =>
      `Recibes este correo porque alguien dejó esta dirección en el chat de ${title} y no vio ahí la respuesta. Responde a este correo para seguir la conversación. Si no fuiste tú, o no quieres más correos: ${stopUrl}`,
    file: (name: string) => `(Archivo en el chat: ${name})`,
  },
  /** The page that such a mail leads to, for whoever wants no more of them. */
  stop: {
    title: "Correos del chat",
    asked: (address: string) =>
      `¿Dejar de recibir en ${address} las respuestas que no se vieron en el chat?`,
    stopped: (address: string) => `Listo: ${address} no recibirá más correos del chat.`,
    resumed: (address: string) =>
      `Listo: ${address} volverá a recibir las respuestas que no se vean en el chat.`,
    unknown: "Este enlace no está completo. Cópialo entero del correo.",
    stop: "No recibir más",
    again: "Volver a recibirlos",
  },
  /** The head of a message that is passed on, and how its subject begins. */
  passedOn: {
    title: "Mensaje reenviado",
    from: "De",
    date: "Fecha",
    subject: "Asunto",
    to: "Para",
    cc: "Cc",
    prefix: "RV:",
  },
  /** The funnels that ship with Hilo. */
  funnels: {
    sales: {
      name: "Ventas",
      stages: {
        initial: "Chat inicial",
        negotiation: "Negociación",
        debate: "Debate",
        closing: "Cierre",
      },
    },
    support: {
      name: "Soporte",
      stages: {
        firstContact: "Primer contacto",
        inProcess: "En proceso",
        closing: "Cierre",
      },
    },
  },
  /** Why leads are lost, until a workspace has reasons of its own. */
  lostReasons: {
    price: "Precio",
    competitor: "Eligió a otro",
    noNeed: "Ya no lo necesita",
    noAnswer: "No respondió",
    other: "Otra razón",
  },
};

export type Texts = typeof es;
