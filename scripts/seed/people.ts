type Person = {
  name: string;
  phone?: string;
  email?: string;
  /** WhatsApp's business-scoped user id, of somebody who took a user name. */
  userId?: string;
  username?: string;
  company?: string;
  country?: string;
  language?: string;
  tags?: string[];
  fields?: Record<string, string>;
};

/** The people who write, by a short name of our own; Chilean where no country is given. */
export const people = {
  ricardo: { name: "Ricardo Vuelve", phone: "+56981000020", tags: ["cliente"] },
  /** Somebody who was imported and never wrote. */
  marta: { name: "Marta Importada", phone: "+56981000021", company: "Ejemplo Ltda." },
  rocio: {
    name: "Rocío Núñez",
    phone: "+56981000101",
    email: "rocio@ejemplo.cl",
    tags: ["pyme", "renovación"],
    fields: { empresa: "Taller Núñez", rut: "76.112.345-1" },
  },
  joaquin: { name: "Joaquín Muñoz", phone: "+56981000102", email: "joaquin@ejemplo.cl" },
  valentina: { name: "Valentina Soto", email: "vale.soto@ejemplo.cl", username: "vale.soto" },
  lira: {
    name: "Distribuidora Lira",
    phone: "+56221000103",
    email: "compras@lira.ejemplo.cl",
    tags: ["empresa"],
    fields: { rut: "77.210.845-6", contacto: "Marcela Lira" },
  },
  visitante: { name: "Visitante de Puerto Varas" },
  camila: { name: "Camila Fuentes", phone: "+56981000104" },
  hernan: { name: "Hernán Vidal", phone: "+56981000105" },
  maria: { name: "María Oyarzún", phone: "+56981000106", email: "moyarzun@ejemplo.cl" },
  tomas: { name: "Tomás Bravo", phone: "+56981000107", email: "tomas@bravoycia.ejemplo.cl" },
  francisca: { name: "Francisca Araya", phone: "+56981000108", tags: ["pyme"] },
  ignacio: { name: "Ignacio Paredes", phone: "+56981000109", email: "iparedes@ejemplo.cl" },
  daniela: { name: "Daniela Contreras", phone: "+56981000110" },
  sebastian: { name: "Sebastián Riquelme", phone: "+56981000111", username: "seba_riquelme" },
  antonia: { name: "Antonia Figueroa", username: "anto.figueroa", email: "antonia@ejemplo.cl" },
  roble: {
    name: "Ferretería El Roble",
    phone: "+56981000112",
    email: "contacto@elroble.ejemplo.cl",
    tags: ["empresa", "vip"],
    fields: { rut: "78.540.220-K", ciudad: "Temuco" },
  },
  matias: { name: "Matías Sepúlveda", phone: "+56981000113" },
  catalina: { name: "Catalina Jara", phone: "+56981000114", email: "cjara@ejemplo.cl" },
  felipe: { name: "Felipe Morales", phone: "+56981000115" },
  javiera: { name: "Javiera Pino", username: "javi.pino.ceramica" },
  rodrigo: { name: "Rodrigo Tapia", phone: "+56981000116", email: "rodrigo.tapia@ejemplo.cl" },
  paula: { name: "Paula Henríquez", phone: "+56981000117", tags: ["contadora"] },
  gonzalo: { name: "Gonzalo Espinoza", phone: "+56981000118" },
  carolina: { name: "Carolina Vergara", email: "carolina@vergara.ejemplo.cl" },
  nicolas: { name: "Nicolás Cáceres", phone: "+56981000119", username: "nico_caceres" },
  fernanda: { name: "Fernanda Lagos", phone: "+56981000120", email: "flagos@ejemplo.cl" },
  diego: { name: "Diego Salinas", username: "dsalinas" },
  alerce: {
    name: "Panadería Alerce",
    phone: "+56981000121",
    email: "pedidos@alerce.ejemplo.cl",
    tags: ["empresa"],
    fields: { rut: "76.998.431-5" },
  },
  constanza: { name: "Constanza Molina", userId: "CL.7302918460021", username: "coni.molina" },
  andres: { name: "Andrés Vera", phone: "+56981000122", userId: "CL.7302918460022" },
  isidora: { name: "Isidora Campos", phone: "+56981000123" },
  cristobal: { name: "Cristóbal Reyes", email: "creyes@ejemplo.cl" },
  lorena: { name: "Lorena Godoy", phone: "+56981000124", email: "lgodoy@ejemplo.cl" },
  patricio: { name: "Patricio Alarcón", phone: "+56981000125" },
  monserrat: { name: "Monserrat Díaz", username: "monse.diaz" },
  luis: { name: "Luis Carrasco", phone: "+56981000126" },
  sofia: {
    name: "Sofía Benítez",
    phone: "+5491155000127",
    country: "AR",
    email: "sofia@ejemplo.ar",
  },
  carlos: { name: "Carlos Quispe", phone: "+51987000128", country: "PE" },
  emily: { name: "Emily Carter", phone: "+14155550129", country: "US", language: "en" },
  bruno: { name: "Bruno Almeida", phone: "+5511987000130", country: "BR", language: "pt" },
  anonimo: { name: "+56 9 8100 0131", phone: "+56981000131" },
} as const satisfies Record<string, Person>;
export type PersonId = keyof typeof people;

/** A person with every field at hand, given or not. */
export function personOf(id: PersonId): Person {
  return people[id];
}
