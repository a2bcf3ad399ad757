// A shop's own script: it opens the chat from its buttons, and tells it which customer has signed in. The token
// comes from the shop's server; here npm start writes it into demo.json, and anew before its time is over.
const account = document.querySelector("#account");
const known = "demo-shop-customer";

async function customer() {
  return localStorage.getItem(known) ? (await fetch("demo.json")).json() : null;
}

async function introduce() {
  const known = await customer();
  account.textContent = known ? `Salir (${known.name})` : "Entrar como Camila";
  window.hiloChat?.identify(known?.identity ?? null);
}

account.addEventListener("click", () => {
  if (localStorage.getItem(known)) localStorage.removeItem(known);
  else localStorage.setItem(known, "1");
  introduce();
});

for (const button of document.querySelectorAll("[data-ask]"))
  button.addEventListener("click", () => window.hiloChat?.open());

addEventListener("hilochat", introduce);
addEventListener("hilochatexpired", introduce);
