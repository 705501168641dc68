"use client";

import { Button, Group, Tabs, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ask } from "#components/ui/ask";
import { useSubmit } from "#components/ui/use-submit";
import { publishTerms } from "#lib/accounts/terms/endpoints";
import { maxTermsLength, type PublishedTerms } from "#lib/accounts/terms/schema";
import { call } from "#lib/door/call";
import styles from "./terms-form.module.css";
import { TermsPreview } from "./terms-preview.tsx";

const languages = ["en", "de"] as const;

type Texts = Readonly<Record<(typeof languages)[number], string>>;

type Props = {
  readonly terms: PublishedTerms;
  /** How many people are asked for a new version. */
  readonly askedCount: number;
};

/** The terms of use in each language, and the way to the next version. ACC-20, GAP-028 */
export function TermsForm({ terms, askedCount }: Props) {
  const t = useTranslations("admin.terms");
  const [texts, setTexts] = useState<Texts>({ en: terms.texts.en, de: terms.texts.de ?? "" });
  const { publish, isSubmitting, fieldErrors } = usePublishing(terms.number + 1);
  const isChanged = texts.en !== terms.texts.en || texts.de !== (terms.texts.de ?? "");
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const number = terms.number + 1;
    ask({
      title: t("askTitle", { number }),
      text: t("askText", { count: askedCount }),
      keep: t("keep"),
      choices: [{ label: t("askAction", { count: askedCount }), onChosen: () => publish(texts) }],
    });
  };
  return (
    <form onSubmit={handleSubmit} noValidate>
      <Tabs defaultValue="en" keepMounted={false}>
        <Tabs.List aria-label={t("languages")}>
          {languages.map((language) => (
            <Tabs.Tab key={language} value={language}>
              {t(`language.${language}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {languages.map((language) => (
          <Tabs.Panel key={language} value={language} pt="lg">
            <div className={styles.sides}>
              <Textarea
                label={t(`${language}Label`)}
                description={language === "de" ? `${t("help")} ${t("deHelp")}` : t("help")}
                lang={language}
                autosize
                minRows={14}
                maxRows={30}
                maxLength={maxTermsLength}
                value={texts[language]}
                error={fieldErrors[`texts.${language}`]}
                onChange={(event) => setTexts({ ...texts, [language]: event.currentTarget.value })}
              />
              <TermsPreview language={language} text={texts[language]} />
            </div>
          </Tabs.Panel>
        ))}
      </Tabs>
      <Group mt="lg">
        <Button type="submit" loading={isSubmitting} disabled={!isChanged}>
          {t("publish")}
        </Button>
        {isChanged ? null : (
          <Text c="dimmed" size="sm">
            {t("unchanged")}
          </Text>
        )}
      </Group>
    </form>
  );
}

function usePublishing(number: number) {
  const t = useTranslations("admin.terms");
  const router = useRouter();
  const { submit, isSubmitting, fieldErrors } = useSubmit();
  const publish = ({ en, de }: Texts) =>
    void submit(async () => {
      await call(publishTerms, { texts: { en, de: de.trim() === "" ? null : de } });
      router.refresh();
      notifications.show({ message: t("done", { number }) });
    });
  return { publish, isSubmitting, fieldErrors };
}
