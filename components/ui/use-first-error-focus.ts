import { useEffect } from "react";

/** Leads to the first thing that is wrong in a form, once it is shown; each new number of `attention` leads there anew. */
export function useFirstErrorFocus(
  root: { readonly current: HTMLFormElement | null },
  attention: number,
): void {
  useEffect(() => {
    if (attention === 0) return;
    const wrong =
      root.current?.querySelectorAll<HTMLElement>('[aria-invalid="true"], [data-wrong="true"]') ?? [];
    [...wrong].find((element) => element.offsetParent !== null)?.focus();
  }, [root, attention]);
}
