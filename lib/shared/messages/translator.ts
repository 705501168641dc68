import { IntlMessageFormat } from "intl-messageformat";
import { createTranslator } from "use-intl/core";
import type { Locale } from "../context.ts";
import { messagesOf, type Namespace } from "./catalogue.ts";

/** Says texts of one namespace outside of React: in mails and in problem documents. */
export function translator<Name extends Namespace>(locale: Locale, namespace: Name) {
  return createTranslator({ locale, messages: messagesOf(locale), namespace });
}

/** Says a text whose key is only known at run time; undefined when there is none. `key` is a dotted path in the namespace. */
export function sentenceOf(asked: {
  readonly locale: Locale;
  readonly namespace: Namespace;
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}): string | undefined {
  const { locale, namespace, key, values } = asked;
  const text = key.split(".").reduce<unknown>(member, messagesOf(locale)[namespace]);
  return typeof text === "string"
    ? String(new IntlMessageFormat(text, locale).format({ ...values }))
    : undefined;
}

function member(parent: unknown, name: string): unknown {
  const isObject = typeof parent === "object" && parent !== null;
  return isObject ? Object.entries(parent).find(([key]) => key === name)?.[1] : undefined;
}
