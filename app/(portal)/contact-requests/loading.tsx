import { ListSkeleton } from "#components/calendar/list-skeleton";

export default function LoadingContactRequests() {
  return <ListSkeleton lines={5} />;
}
