import type { Person } from "./person.ts";

/** Customers that are there from the start, by the addresses they have in the seed; all invented. */
export const people: Person[] = [
  person("Rocío Núñez", "+56981000101", { email: "rocio@ejemplo.cl", customerId: "cliente-101" }),
  person("Francisca Araya", "+56981000108"),
  person("Ignacio Paredes", "+56981000109"),
  {
    id: "CL.7302918460021",
    name: "Constanza Molina",
    userId: "CL.7302918460021",
    username: "coni.molina",
    platform: "whatsapp",
  },
  person("Hernán Vidal", "+56981000105", { platform: "sms" }),
  person("Tomás Bravo", "+56981000107", { telegramId: "1747175491" }),
  person("Ferretería El Roble", "+56981000112"),
  person("Daniela Contreras", "+56981000110", { channelId: "kapso" }),
  person("Camila Fuentes", "+56981000104", {
    platform: "messenger",
    psid: "1630318978583672",
    igsid: "1883970797385105",
    xId: "1794749812579099832",
  }),
  {
    id: "1102585743422954",
    name: "Valentina Soto",
    username: "vale.soto",
    igsid: "1102585743422954",
    email: "vale.soto@ejemplo.cl",
    platform: "instagram",
  },
  person("Nicolás Cáceres", "+56981000119", {
    platform: "telegram",
    username: "nico_caceres",
    telegramId: "1928775604",
    xId: "1696583985591892318",
  }),
  { id: "-4081000119", name: "Vecinos de Ñuñoa", telegramId: "-4081000119", platform: "telegram" },
  person("Rodrigo Tapia", "+56981000116", {
    platform: "email",
    email: "rodrigo.tapia@ejemplo.cl",
  }),
  visitor("cliente-204", "Camila Rojas", {
    customerId: "cliente-204",
    email: "camila.rojas@ejemplo.cl",
  }),
  visitor("visitante-1", "Visitante 1", { visitorId: "visitante-1" }),
  visitor("visitante-2", "Visitante 2", { visitorId: "visitante-2" }),
  {
    id: "1629232141363792492",
    name: "Diego Salinas",
    username: "dsalinas",
    xId: "1629232141363792492",
    platform: "x",
  },
];

/** Somebody before a page of the site that carries the web chat. */
export function visitor(id: string, name: string, more: Partial<Person>): Person {
  return { id, name, platform: "webchat", ...more };
}

export function person(name: string, phone: string, more: Partial<Person> = {}): Person {
  return { id: phone, name, phone, platform: "whatsapp", ...more };
}
