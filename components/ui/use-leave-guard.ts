"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * Asks before a page with unsaved entries is left: by a link, by Back, by closing the tab (there the browser asks).
 * `onLeave` gets what to do when the person leaves all the same. The returned function ends the guard at once.
 */
export function useLeaveGuard(isDirty: boolean, onLeave: (leave: () => void) => void): () => void {
  const router = useRouter();
  const isOn = useRef(false);
  const asked = useRef(onLeave);
  useEffect(() => {
    asked.current = onLeave;
  }, [onLeave]);
  useEffect(() => {
    if (!isDirty) return;
    isOn.current = true;
    // Back then lands here once more, where it can be asked about.
    window.history.pushState(null, "", window.location.href);
    const handleUnload = (event: BeforeUnloadEvent) => {
      if (isOn.current) event.preventDefault();
    };
    const handleBack = () => {
      if (!isOn.current) return;
      window.history.pushState(null, "", window.location.href);
      asked.current(() => {
        isOn.current = false;
        window.history.go(-2);
      });
    };
    const handleClick = (event: MouseEvent) => {
      const href = isOn.current ? hrefToFollow(event) : null;
      if (!href) return;
      event.preventDefault();
      event.stopPropagation();
      asked.current(() => {
        isOn.current = false;
        router.push(href);
      });
    };
    window.addEventListener("beforeunload", handleUnload);
    window.addEventListener("popstate", handleBack);
    document.addEventListener("click", handleClick, true);
    return () => {
      isOn.current = false;
      window.removeEventListener("beforeunload", handleUnload);
      window.removeEventListener("popstate", handleBack);
      document.removeEventListener("click", handleClick, true);
    };
  }, [isDirty, router]);
  return () => {
    isOn.current = false;
  };
}

/** The address of our own that an ordinary click on a link goes to. */
function hrefToFollow(event: MouseEvent): string | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!isPlain || !(event.target instanceof Element)) return null;
  const link = event.target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || link.hasAttribute("download"))
    return null;
  return link.origin === window.location.origin ? `${link.pathname}${link.search}` : null;
}
