import { ListSkeleton } from "#components/calendar/list-skeleton";

export default function LoadingRooms() {
  return <ListSkeleton lines={6} />;
}
