import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { type Catalogue, catalogueOf, type Message } from "../message-catalogue.ts";
import { type Rule, type Violation, violationAt } from "../source-tree.ts";

/** The catalogues of all languages say the same things. THM-06 */
export const messages: Rule = {
  name: "the message catalogues have the same keys and placeholders in every language",
  advice:
    "keep lib/shared/messages/en and /de side by side: plain literals, ICU message format, same names in braces and tags",
  check: (tree) => {
    const en = catalogueOf(tree, "en");
    const de = catalogueOf(tree, "de");
    return [
      ...flaws(en),
      ...flaws(de),
      ...lacking(en, de, "German"),
      ...lacking(de, en, "English"),
      ...differing(en, de),
    ];
  },
};

function flaws({ messages: texts, unreadable }: Catalogue): Violation[] {
  return [
    ...unreadable.map(({ file, node, key }) => violationAt(file, node, `${key} is no plain literal`)),
    ...[...texts.values()].flatMap((message) => {
      const flaw = message.text.trim() === "" ? "is empty" : placeholders(message.text).flaw;
      return flaw === undefined ? [] : [violationAt(message.file, message.node, `${message.key} ${flaw}`)];
    }),
  ];
}

function lacking(from: Catalogue, to: Catalogue, language: string): Violation[] {
  return [...from.messages.values()]
    .filter(({ key }) => !to.messages.has(key))
    .map(({ file, node, key }) => violationAt(file, node, `${key} is missing in ${language}`));
}

function differing(en: Catalogue, de: Catalogue): Violation[] {
  return [...de.messages.values()].flatMap((message) => {
    const original = en.messages.get(message.key);
    return original === undefined ? [] : difference(original, message);
  });
}

function difference(original: Message, message: Message): Violation[] {
  const expected = placeholders(original.text);
  const actual = placeholders(message.text);
  const isSame = expected.names.join() === actual.names.join();
  return expected.flaw !== undefined || actual.flaw !== undefined || isSame
    ? []
    : [
        violationAt(
          message.file,
          message.node,
          `${message.key} uses {${actual.names.join(", ")}}, in English {${expected.names.join(", ")}}`,
        ),
      ];
}

function placeholders(text: string): {
  readonly names: readonly string[];
  readonly flaw: string | undefined;
} {
  try {
    const names = new Set(parse(text, { captureLocation: false }).flatMap(namesIn));
    return { names: [...names].sort(), flaw: undefined };
  } catch (error) {
    return { names: [], flaw: `does not parse: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function namesIn(element: MessageFormatElement): readonly string[] {
  switch (element.type) {
    case TYPE.literal:
    case TYPE.pound:
      return [];
    case TYPE.tag:
      return [`<${element.value}>`, ...element.children.flatMap(namesIn)];
    case TYPE.plural:
    case TYPE.select:
      return [
        element.value,
        ...Object.values(element.options).flatMap(({ value }) => value.flatMap(namesIn)),
      ];
    default:
      return [element.value];
  }
}
