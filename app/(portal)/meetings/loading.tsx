import { ListSkeleton } from "#components/calendar/list-skeleton";

export default function LoadingMeetings() {
  return <ListSkeleton lines={8} />;
}
