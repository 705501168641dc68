import ICAL from "ical.js";

/** A calendar as an independent program (ical.js) reads it. */
export function readCalendar(text: string): ICAL.Component {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar;
}

/** Its events, those that change one occurrence of a series included. */
export function eventsOf(calendar: ICAL.Component): readonly ICAL.Component[] {
  return calendar.getAllSubcomponents("vevent");
}

/** The text of a property; null where there is none. */
export function textOf(event: ICAL.Component, name: string): string | null {
  const value = event.getFirstPropertyValue(name);
  return value === null || value === undefined ? null : String(value);
}

type Window = { readonly from: Date; readonly to: Date };

/** The starts of all occurrences in a window, as instants in ISO 8601, sorted: rules expanded, exceptions in their place. */
export function startsIn(text: string, { from, to }: Window): readonly string[] {
  const components = eventsOf(readCalendar(text));
  const exceptions = components.filter((one) => one.hasProperty("recurrence-id"));
  const masters = components.filter((one) => !one.hasProperty("recurrence-id"));
  return masters
    .flatMap((component) => {
      const uid = textOf(component, "uid");
      const own = exceptions.filter((one) => textOf(one, "uid") === uid);
      return startsOf(new ICAL.Event(component, { exceptions: own }), { from, to });
    })
    .sort();
}

function startsOf(event: ICAL.Event, { from, to }: Window): readonly string[] {
  const starts: string[] = [];
  const iterator = event.iterator();
  // A moved occurrence may lie before its neighbours, so the end is judged by where the rule puts them.
  const last = to.getTime() + 31 * 24 * 60 * 60 * 1000;
  for (let next = iterator.next(); next && next.toJSDate().getTime() < last; next = iterator.next()) {
    const start = event.getOccurrenceDetails(next).startDate.toJSDate();
    if (start >= from && start < to) starts.push(start.toISOString());
  }
  return starts;
}
