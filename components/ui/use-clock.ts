import { useEffect, useState } from "react";

const everyMs = 15_000;

/** The time, kept up to date; starts as the server's, so that both render the same. */
export function useClock(servedAt: string): Date {
  const [now, setNow] = useState(() => new Date(servedAt));
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
