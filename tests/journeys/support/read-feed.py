"""Reads a calendar from the standard input as a Python client does, and prints the starts in a window as JSON."""

import json
import sys
from datetime import datetime, timezone

import icalendar
import recurring_ical_events

begin, end = (datetime.fromisoformat(argument) for argument in sys.argv[1:3])
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
occurrences = recurring_ical_events.of(calendar).between(begin, end)
starts = (event["DTSTART"].dt.astimezone(timezone.utc) for event in occurrences)
inside = sorted(start for start in starts if begin <= start < end)
print(json.dumps([start.strftime("%Y-%m-%dT%H:%M:%S.000Z") for start in inside]))
