import { ListSkeleton } from "#components/calendar/list-skeleton";

export default function LoadingHome() {
  return <ListSkeleton />;
}
