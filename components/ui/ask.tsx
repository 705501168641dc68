"use client";

import { Button, Stack, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import styles from "./ask.module.css";

/** The last one is the button that stands out. */
type Choice = { readonly label: string; readonly isGrave?: boolean; readonly onChosen: () => void };

type Question = {
  readonly title: string;
  readonly text: string;
  readonly choices: readonly Choice[];
  /** What the button says that leaves everything as it is. */
  readonly keep: string;
};

/** Asks before something that is not easily taken back; the buttons say what happens. */
export function ask({ title, text, choices, keep }: Question): void {
  const id = modals.open({
    title,
    children: (
      <Stack gap="lg">
        <Text className={styles.text}>{text}</Text>
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => modals.close(id)} data-autofocus>
            {keep}
          </Button>
          {choices.map(({ label, isGrave, onChosen }, index) => (
            <Button
              key={label}
              variant={index === choices.length - 1 ? "filled" : isGrave ? "outline" : "default"}
              color={isGrave ? "coral" : undefined}
              onClick={() => {
                modals.close(id);
                onChosen();
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      </Stack>
    ),
  });
}
