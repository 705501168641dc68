"use client";

import { Button, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import styles from "./search-field.module.css";

type Props = {
  readonly query: string | undefined;
  /** What can be looked for. */
  readonly label: string;
  readonly addressOf: (query: string | undefined) => string;
};

/** Looks for something in a list; what is looked for stands in the address. */
export function SearchField({ query, label, addressOf }: Props) {
  const t = useTranslations("common");
  const router = useRouter();
  const [typed, setTyped] = useState(query ?? "");
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    router.push(addressOf(typed.trim() || undefined));
  };
  return (
    <search>
      <form className={styles.search} onSubmit={handleSubmit}>
        <TextInput
          type="search"
          aria-label={label}
          placeholder={label}
          leftSection={<IconSearch size={18} stroke={1.5} aria-hidden />}
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.currentTarget.value)}
          className={styles.input}
        />
        <Button type="submit" variant="default" size="md">
          {t("search")}
        </Button>
      </form>
    </search>
  );
}
