import assert from "node:assert/strict";
import { foundCommands } from "../../../console/src/app/found-commands.ts";
import {
  addCommands,
  type Command,
  commandFor,
  commands,
} from "../../../console/src/ui/commands.ts";

const command = (id: string, text: string, more: Partial<Command> = {}): Command => ({
  id,
  text: () => text,
  run: () => undefined,
  ...more,
});
const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe("commands", () => {
  const all = [
    command("reply", "Responder", { keys: "r" }),
    command("palette", "Comandos", { keys: "Mod+k" }),
    command("open", "Abrir", { keys: "Enter", when: () => false }),
    command("keys", "Atajos", { keys: "?" }),
    command("undo", "Deshacer", { keys: "Mod+z", leftToFields: true }),
    command("sendAndResolve", "Enviar y resolver", { keys: "Mod+Shift+Enter" }),
    command("next", "Resolver y seguir", { keys: "Shift+r" }),
  ];
  const presses: [string, ReturnType<typeof key>, boolean, string | undefined][] = [
    ["a plain key", key("r"), false, "reply"],
    ["a plain key while somebody types", key("r"), true, undefined],
    ["a shifted sign", key("?", { shiftKey: true }), false, "keys"],
    ["Ctrl+K while somebody types", key("k", { ctrlKey: true }), true, "palette"],
    ["Command+K", key("K", { metaKey: true }), false, "palette"],
    ["Ctrl+R, which is the browser's", key("r", { ctrlKey: true }), false, undefined],
    ["Ctrl+Z", key("z", { ctrlKey: true }), false, "undo"],
    ["Command+Z", key("z", { metaKey: true }), false, "undo"],
    ["Ctrl+Z with Caps Lock", key("Z", { ctrlKey: true }), false, "undo"],
    ["Ctrl+Z in a text field, which is the field's", key("z", { ctrlKey: true }), true, undefined],
    ["Ctrl+Shift+Z", key("Z", { ctrlKey: true, shiftKey: true }), false, undefined],
    ["a plain z", key("z"), false, undefined],
    ["Ctrl+Shift+Enter", key("Enter", { ctrlKey: true, shiftKey: true }), true, "sendAndResolve"],
    ["Ctrl+Enter", key("Enter", { ctrlKey: true }), true, undefined],
    ["a shifted letter", key("R", { shiftKey: true }), false, "next"],
    ["a shifted letter with Caps Lock", key("r", { shiftKey: true }), false, "next"],
    ["a shifted letter while somebody types", key("R", { shiftKey: true }), true, undefined],
    ["a plain key with Caps Lock", key("R"), false, "reply"],
    ["a key with Alt", key("r", { altKey: true }), false, undefined],
    ["a key whose command makes no sense now", key("Enter"), false, undefined],
  ];
  for (const [name, press, typing, expected] of presses) {
    it(`hear ${name}`, () => assert.equal(commandFor(press, typing, all)?.id, expected));
  }

  it("come and go with what is on the page, the newest first", () => {
    const before = commands.value;
    const remove = addCommands([command("one", "Uno", { keys: "x" })]);
    const removeOther = addCommands([command("two", "Dos", { keys: "x" })]);
    assert.equal(commandFor(key("x"), false)?.id, "two");
    removeOther();
    assert.equal(commandFor(key("x"), false)?.id, "one");
    remove();
    assert.deepEqual(commands.value, before);
  });

  it("are found by any of their words, accents aside, beginnings first", () => {
    const some = [
      command("a", "Ver la sesión"),
      command("b", "Sesión: cerrar"),
      command("c", "Panel"),
    ];
    const ids = (typed: string) => foundCommands(some, typed).map(({ id }) => id);
    assert.deepEqual(ids("sesion"), ["b", "a"]);
    assert.deepEqual(ids("cerrar ses"), ["b"]);
    assert.deepEqual(ids(""), ["a", "b", "c"]);
    assert.deepEqual(ids("x"), []);
  });
});
