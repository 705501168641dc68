import { TableTh } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./list.module.css";

type Props = {
  readonly label: string;
  /** Name of the column in the address. */
  readonly column: string;
  readonly sort: string;
  readonly addressOf: (sort: string) => string;
};

/** A heading that sorts the list by its column, and once more the other way. */
export function SortHeading({ label, column, sort, addressOf }: Props) {
  const t = useTranslations("organization.users");
  const isUp = sort === column;
  const isDown = sort === `-${column}`;
  const Arrow = isUp ? IconArrowUp : IconArrowDown;
  return (
    <TableTh scope="col" aria-sort={isUp ? "ascending" : isDown ? "descending" : undefined}>
      <Link
        href={addressOf(isUp ? `-${column}` : column)}
        className={styles.sort}
        aria-label={t("sortBy", { column: label })}
        replace
        scroll={false}
      >
        {label}
        {isUp || isDown ? <Arrow size={16} stroke={1.5} aria-hidden /> : null}
      </Link>
    </TableTh>
  );
}
