import { useAnswer } from "./answers";

/** What a place is called, by the id of any of its documents: differences hold ids, people read names. */
export function usePlaceName(): (id: string) => string | undefined {
  const { data } = useAnswer("list_places", {});
  return (id) => data?.places.find((place) => place.ids.includes(id))?.name;
}
