// A shop's own script: it opens the chat from its buttons, and tells it which customer has signed in. The signature
// comes from the shop's server; here npm start has written it into demo.json.
const account = document.querySelector("#account");
const known = "demo-shop-customer";

async function customer() {
  return localStorage.getItem(known) ? (await fetch("demo.json")).json() : null;
}

async function introduce() {
  const identity = await customer();
  account.textContent = identity ? `Salir (${identity.name})` : "Entrar como Camila";
  window.hiloChat?.identify(identity);
}

account.addEventListener("click", () => {
  if (localStorage.getItem(known)) localStorage.removeItem(known);
  else localStorage.setItem(known, "1");
  introduce();
});

for (const button of document.querySelectorAll("[data-ask]"))
  button.addEventListener("click", () => window.hiloChat?.open());

addEventListener("hilochat", introduce);
