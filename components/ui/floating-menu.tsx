"use client";

import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import styles from "./floating-menu.module.css";

type Props = {
  /** Accessible name of the button and of the menu. */
  readonly name: string;
  readonly button: ReactNode;
  readonly buttonClassName?: string;
  readonly children: ReactNode;
};

/** A button with a menu that opens above it: arrows move, Escape and a press elsewhere close. */
export function FloatingMenu({ name, button, buttonClassName, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => {
    setOpen(false);
    trigger.current?.focus();
  }, []);
  useEffect(() => {
    if (!isOpen) return;
    itemsIn(root.current)[0]?.focus();
    const handlePress = (event: PointerEvent) => {
      const isInside = event.target instanceof Node && root.current?.contains(event.target);
      if (!isInside) setOpen(false);
    };
    document.addEventListener("pointerdown", handlePress);
    return () => document.removeEventListener("pointerdown", handlePress);
  }, [isOpen]);

  const handleKey = (event: KeyboardEvent) => {
    if (event.key === "Tab") return setOpen(false);
    const items = itemsIn(root.current);
    const here = items.findIndex((item) => item.matches(":focus"));
    const next = nextIndex(event.key, { here, count: items.length });
    if (event.key === "Escape") close();
    else if (next === null) return;
    else items[next]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={root} className={styles.root}>
      <button
        ref={trigger}
        type="button"
        className={buttonClassName}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen ? (
        <div
          role="menu"
          aria-label={name}
          tabIndex={-1}
          className={styles.menu}
          onKeyDown={handleKey}
          onClick={close}
        >
          {children}
        </div>
      ) : null}
    </div>
  );
}

function itemsIn(root: HTMLElement | null): readonly HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
}

function nextIndex(key: string, { here, count }: { readonly here: number; readonly count: number }) {
  switch (key) {
    case "ArrowDown":
      return (here + 1) % count;
    case "ArrowUp":
      return (here - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

type ItemProps = {
  readonly icon?: ReactNode;
  readonly isDangerous?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
};

/** One thing to do. */
export function FloatingMenuItem({ icon, isDangerous, onSelect, children }: ItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={styles.item}
      data-dangerous={isDangerous || undefined}
      onClick={onSelect}
    >
      {icon}
      <span className={styles.words}>{children}</span>
    </button>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly mark: ReactNode;
  readonly onChange: (value: string) => void;
};

/** One of several things, under a heading; `mark` stands at the chosen one. */
export function FloatingMenuChoice({ label, options, value, mark, onChange }: ChoiceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu
    <div role="group" aria-label={label} className={styles.group}>
      <div className={styles.heading} aria-hidden>
        {label}
      </div>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitemradio"
          aria-checked={option.value === value}
          tabIndex={-1}
          className={styles.item}
          onClick={() => onChange(option.value)}
        >
          <span className={styles.mark}>{option.value === value ? mark : null}</span>
          <span className={styles.words}>{option.label}</span>
        </button>
      ))}
    </div>
  );
}
