"use client";

import { Button, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type ContactTab, contactsAddress } from "./contacts-address.ts";
import styles from "./list-search.module.css";

type Props = { readonly tab: ContactTab; readonly query: string | undefined };

/** Searches the shown list; what is looked for stands in the address. */
export function ListSearch({ tab, query }: Props) {
  const t = useTranslations("contacts.search");
  const router = useRouter();
  const [text, setText] = useState(query ?? "");
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    router.push(contactsAddress({ tab, query: text.trim() }));
  };
  return (
    <search>
      <form className={styles.search} onSubmit={handleSubmit}>
        <TextInput
          type="search"
          aria-label={t("label")}
          placeholder={t("label")}
          leftSection={<IconSearch size={18} stroke={1.5} aria-hidden />}
          value={text}
          maxLength={100}
          className={styles.input}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" size="md">
          {t("action")}
        </Button>
      </form>
    </search>
  );
}
