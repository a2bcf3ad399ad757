import type { OutboundMessage } from "../../../../functions/src/providers/adapter.ts";
import { outgoing, picture } from "./outgoing.ts";

const written = `<h2>Cotización</h2><p>Hola <b>Ana</b>: va lo que <em>pediste</em>, con <u>precio</u> de <s>diez</s> ocho mil.</p>
<ul><li>Dos cajas de <a href="https://andes.example/cajas?tipo=grande&color=azul">las grandes</a></li><li>Una palabraquenotieneningunespacioynocabeenunalineadeuntelefonoporquesiguesiguesigue</li></ul>
<blockquote>¿Llega el lunes?</blockquote><p>Sí. El código es <code>AND-2201</code>:</p>
<pre>caja   2   4000\ncaja   1   4000</pre><h3>El plano</h3><p><img src="cid:plano" alt="Plano" width="640"></p>`;

const signature =
  '<p><strong>Camila Rojas</strong><br>Ventas · <a href="tel:+56223456789">+56 2 2345 6789</a></p>';

const head =
  "De: Bruno <bruno@x.cl>\nFecha: 12 de marzo de 2026, 10:32\nAsunto: Pedido\nPara: hola@hilo.test";

const table = `<p>---------- Mensaje reenviado ----------<br>De: Bruno &lt;bruno@x.cl&gt;<br>Asunto: Pedido</p>
<table><thead><tr><th>Producto</th><th>Cantidad</th><th>Precio de cada uno en pesos chilenos</th></tr></thead>
<tbody><tr><td>Caja grande</td><td>2</td><td>4.000</td></tr><tr><td colspan="2">Total</td><td>8.000</td></tr></tbody></table>`;

/** What goes out most: each with a name. */
export function samples(): [name: string, message: OutboundMessage][] {
  const files = [picture("plano")];
  return [
    ["text", outgoing({ language: "es" }, { text: "Hola Ana:\n\nva el lunes.\nSaludos" })],
    ["formatted", outgoing({ language: "es", html: written, signature }, { files })],
    [
      "passed-on",
      outgoing({ language: "es", html: "<p>¿Lo ves tú?</p>", quoted: { text: head, html: table } }),
    ],
    [
      "passed-on-text",
      outgoing({ language: "es", quoted: { text: `${head}\n\nQuiero dos\ncajas` } }, { text: "" }),
    ],
  ];
}
