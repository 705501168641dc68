"use client";

import { Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { IconMail, IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Avatar } from "#components/ui/avatar";
import type { PersonChoice } from "#lib/contacts/people/schema";
import { EmailAddress } from "#lib/shared/text";
import type { InvitedDraft } from "./event-draft.ts";
import type { InvitedPart } from "./form-fields.ts";
import { isInvited } from "./form-problems.ts";
import styles from "./people-search.module.css";
import { useKnownPeople } from "./use-known-people.ts";

const byEmail = "email";

type Props = {
  readonly form: InvitedPart;
  readonly organizerId: string;
  readonly error: string | undefined;
  readonly onAdd: (invited: InvitedDraft) => void;
};

/** Finds colleagues and contacts as one types; a whole address invites anybody else. */
export function PeopleSearch({ form, organizerId, error, onAdd }: Props) {
  const t = useTranslations("meetings.form");
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { people, isSearching, hasFailed } = useKnownPeople(text);
  const found = people.filter(({ id }) => id !== organizerId);
  const isAddress = text.includes("@");
  const { selectFirstOption } = combobox;
  // Enter takes the first that was found, without an arrow key before it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options are in the page only after these changed
  useEffect(() => {
    if (text.trim() !== "") selectFirstOption();
  }, [text, people, selectFirstOption]);

  const handleType = (typed: string) => {
    setText(typed);
    setWrong(null);
    if (typed.trim() === "") combobox.closeDropdown();
    else combobox.openDropdown();
  };
  const add = (invited: InvitedDraft) => {
    onAdd(invited);
    setText("");
    combobox.closeDropdown();
  };
  const addAddress = () => {
    const email = EmailAddress.safeParse(text.trim());
    if (email.success) return add({ kind: "email", email: email.data, name: null, role: "PARTICIPANT" });
    setWrong(/\s/u.test(text.trim()) ? t("errors.blankInEmail") : t("errors.notAnEmail"));
    combobox.closeDropdown();
  };
  const handleChoose = (value: string) => {
    const colleague = found.find(({ id }) => id === value);
    if (colleague) add(draftOf(colleague));
    else addAddress();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={handleChoose} shadow="md">
      <Combobox.Target>
        <TextInput
          label={t("search")}
          description={t("searchHint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          placeholder={t("searchPlaceholder")}
          value={text}
          onChange={({ currentTarget: { value } }) => handleType(value)}
          onFocus={() => text.trim() !== "" && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            // Enter chooses a person here; it does not send the form.
            event.preventDefault();
            if (isAddress && combobox.getSelectedOptionIndex() === -1) addAddress();
          }}
          error={wrong ?? error}
          leftSection={<IconSearch size={18} stroke={1.5} />}
          rightSection={isSearching ? <Loader size={18} aria-label={t("searching")} /> : null}
          autoComplete="off"
          type="text"
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t("found")}>
          {found.map((colleague) => (
            <ColleagueOption key={colleague.id} colleague={colleague} isOnList={isOnList(form, colleague)} />
          ))}
          {isAddress ? (
            <Combobox.Option value={byEmail} className={styles.choice}>
              <span className={styles.option}>
                <IconMail size={20} stroke={1.5} aria-hidden />
                {t("invite", { email: text.trim() })}
              </span>
            </Combobox.Option>
          ) : null}
          {found.length === 0 && !isAddress && !isSearching ? (
            <Combobox.Empty>{hasFailed ? t("searchFailed") : t("nobodyFound")}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function isOnList(form: InvitedPart, person: PersonChoice): boolean {
  return isInvited(form, draftOf(person));
}

function draftOf({ id, name, avatarId }: PersonChoice): InvitedDraft {
  return { kind: "person", personId: id, name, avatarId, role: "PARTICIPANT" };
}

function ColleagueOption({
  colleague,
  isOnList,
}: {
  readonly colleague: PersonChoice;
  readonly isOnList: boolean;
}) {
  const t = useTranslations("meetings.form");
  const { id, name, email, department, avatarId } = colleague;
  return (
    <Combobox.Option value={id} disabled={isOnList} className={styles.choice}>
      <span className={styles.option}>
        <Avatar id={id} name={name} avatarId={avatarId} size="32px" />
        <span className={styles.words}>
          <span>{name}</span>
          <span className={styles.note}>
            {isOnList ? t("alreadyInvited") : [department, email].filter(Boolean).join(" · ")}
          </span>
        </span>
      </span>
    </Combobox.Option>
  );
}
