import { ListSkeleton } from "#components/calendar/list-skeleton";

export default function LoadingCalls() {
  return <ListSkeleton lines={8} />;
}
