"use client";

import { ActionIcon, Select, Tooltip, VisuallyHidden } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "#components/ui/avatar";
import { ConferenceRole } from "#lib/conferences/schema";
import type { InvitedDraft } from "./event-draft.ts";
import type { OrganizerView } from "./event-form.tsx";
import type { InvitedPart, SharedFieldsProps } from "./form-fields.ts";
import { isInvited } from "./form-problems.ts";
import styles from "./participants-fields.module.css";
import { PeopleSearch } from "./people-search.tsx";

/** Who is invited, and as what. CAL-10 */
export function ParticipantsFields<Form extends InvitedPart>({
  form,
  edit,
  errors,
  organizer,
  organizerLabel,
}: SharedFieldsProps<Form> & {
  readonly organizer: OrganizerView;
  /** What that person is called in this form. */
  readonly organizerLabel?: string;
}) {
  const t = useTranslations("meetings.form");
  const [said, setSaid] = useState("");
  const setInvited = (change: (invited: readonly InvitedDraft[]) => readonly InvitedDraft[]) =>
    edit((before) => ({ ...before, invited: change(before.invited) }), ["invited"]);
  const handleAdd = (added: InvitedDraft) => {
    if (isInvited(form, added)) return;
    setInvited((before) => [...before, added]);
    setSaid(t("added", { name: nameOf(added) }));
  };
  const handleRemove = (removed: InvitedDraft) => {
    setInvited((before) => before.filter((one) => one !== removed));
    setSaid(t("removed", { name: nameOf(removed) }));
  };
  const handleRole = (changed: InvitedDraft, role: InvitedDraft["role"]) =>
    setInvited((before) => before.map((one) => (one === changed ? { ...one, role } : one)));
  return (
    <>
      <PeopleSearch
        form={form}
        onAdd={handleAdd}
        organizerId={organizer.personId}
        error={errors.fields.invited}
      />
      <section aria-labelledby="participants">
        <h2 id="participants" className={styles.heading}>
          {t("people")}
        </h2>
        <ul className={styles.list}>
          <li className={styles.person}>
            <Avatar id={organizer.personId} name={organizer.name} avatarId={organizer.avatarId} size="32px" />
            <span className={styles.name}>{organizer.name}</span>
            <span className={styles.note}>{organizerLabel ?? t("organizer")}</span>
          </li>
          {form.invited.map((invited, index) => (
            <InvitedLine
              key={keyOf(invited)}
              invited={invited}
              error={errors.invited.get(index)}
              onRole={(role) => handleRole(invited, role)}
              onRemove={() => handleRemove(invited)}
            />
          ))}
        </ul>
        <p className={styles.hint}>{form.invited.length === 0 ? t("nobodyYet") : t("rolesHint")}</p>
      </section>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}

type LineProps = {
  readonly invited: InvitedDraft;
  readonly error: string | undefined;
  readonly onRole: (role: InvitedDraft["role"]) => void;
  readonly onRemove: () => void;
};

function InvitedLine({ invited, error, onRole, onRemove }: LineProps) {
  const t = useTranslations("meetings.form");
  const name = nameOf(invited);
  return (
    <li className={styles.person}>
      <Avatar
        id={keyOf(invited)}
        name={name}
        avatarId={invited.kind === "person" ? invited.avatarId : null}
        size="32px"
      />
      <span className={styles.name}>
        {name}
        {error ? <span className={styles.error}>{error}</span> : null}
      </span>
      <span className={styles.controls}>
        <Select
          aria-label={t("role", { name })}
          data={ConferenceRole.options.map((value) => ({ value, label: t(`roles.${value}`) }))}
          value={invited.role}
          onChange={(role) => role && onRole(role)}
          allowDeselect={false}
          size="sm"
          className={styles.role}
        />
        <Tooltip label={t("remove", { name })}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t("remove", { name })}
            data-wrong={error ? true : undefined}
            onClick={onRemove}
          >
            <IconX size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </span>
    </li>
  );
}

function keyOf(invited: InvitedDraft): string {
  return invited.kind === "person" ? invited.personId : invited.email;
}

function nameOf(invited: InvitedDraft): string {
  return invited.kind === "person" ? invited.name : (invited.name ?? invited.email);
}
