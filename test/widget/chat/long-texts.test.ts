import { richText } from "../../../widget/src/chat/rich-text.ts";
import { between, over, takesInProportion, type Worst } from "../../support/in-proportion.ts";

const worst: Worst[] = [
  ...["http://", "http://(", "https", "(", ".", "@", " ", "\n"].map(over),
  between("http://", ".", " "),
  between("http://a", ")", " "),
];

describe("what anybody may write takes a time in proportion to its length in the chat", () => {
  for (const one of worst)
    it(`to be read: links, of ${one.made}`, () => takesInProportion(richText, one));
});
