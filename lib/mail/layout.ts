import type { Locale } from "#lib/shared/context";
import { type Html, html } from "#lib/shared/html";

/** What a mail says, in the reader's language, from top to bottom. */
export type MailContent = {
  readonly locale: Locale;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Shown as a list with two columns; several lines of a value stay several lines. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** The one thing to do, also given as a plain address; null where there is nothing to do. */
  readonly action: { readonly label: string; readonly url: string; readonly hint: string } | null;
  /** What may be done instead; a quiet link below the button. */
  readonly otherAction?: { readonly label: string; readonly url: string };
  readonly notes: readonly string[];
  /** Why one gets it, and how to stop it. */
  readonly reason: string;
};

/** The mail as plain text and as HTML with the same words; every style is inline and readable on light and dark ground. */
export function mailBody(content: MailContent): { readonly text: string; readonly html: string } {
  return { text: textOf(content), html: htmlOf(content).markup };
}

function textOf({ heading, paragraphs, facts, action, otherAction, notes, reason }: MailContent): string {
  const list = facts.map(({ label, value }) => `${label}: ${value.replaceAll("\n", "\n  ")}`).join("\n");
  const way = action ? `${action.label}: ${action.url}` : "";
  const otherWay = otherAction ? `${otherAction.label}: ${otherAction.url}` : "";
  return `${[heading, ...paragraphs, list, way, otherWay, ...notes, `-- \n${reason}`].filter(Boolean).join("\n\n")}\n`;
}

// No ground colour anywhere: the mail program's own, light or dark, shows through, and the greys are readable on both.
const body = "margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Arial,sans-serif";
const button =
  "display:inline-block;padding:10px 20px;border-radius:8px;background:#1f6f5c;color:#ffffff;font-weight:600;text-decoration:none";
const quiet = "color:#767676;font-size:13px";

function htmlOf(content: MailContent): Html {
  const { locale, heading, paragraphs, facts, action, otherAction, notes, reason } = content;
  return html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${heading}</title></head>
<body style="${body}"><div style="max-width:560px;margin:0 auto">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${heading}</h1>
${paragraphs.map((paragraph) => html`<p style="margin:0 0 16px">${lines(paragraph)}</p>\n`)}${factTable(facts)}${actionPart(action)}${otherActionPart(otherAction)}${notes.map(
  (note) => html`<p style="margin:0 0 16px">${lines(note)}</p>\n`,
)}<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #8a8a8a;${quiet}">${reason}</p>
</div></body></html>
`;
}

function factTable(facts: MailContent["facts"]): Html {
  if (facts.length === 0) return html``;
  const rows = facts.map(
    ({ label, value }) =>
      html`<tr><th scope="row" style="padding:4px 16px 4px 0;text-align:start;vertical-align:top;font-weight:400;${quiet}">${label}</th><td style="padding:4px 0;vertical-align:top">${lines(value)}</td></tr>\n`,
  );
  return html`<table style="margin:0 0 24px;border-collapse:collapse">
${rows}</table>
`;
}

function actionPart(action: MailContent["action"]): Html {
  if (!action) return html``;
  return html`<p style="margin:0 0 8px"><a href="${action.url}" style="${button}">${action.label}</a></p>
<p style="margin:0 0 24px;${quiet}">${action.hint}<br>${action.url}</p>
`;
}

function otherActionPart(action: MailContent["otherAction"]): Html {
  if (!action) return html``;
  return html`<p style="margin:0 0 24px"><a href="${action.url}" style="color:inherit">${action.label}</a><br>
<span style="${quiet}">${action.url}</span></p>
`;
}

function lines(text: string): readonly Html[] {
  return text.split("\n").map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
}
