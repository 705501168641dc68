import styles from "./avatar.module.css";
import { Initials } from "./initials.tsx";

type Props = {
  readonly id: string;
  readonly name: string;
  /** Null without a picture: the initials stand for it. */
  readonly avatarId: string | null;
  /** Diameter as a CSS length. */
  readonly size?: string;
};

/** A person's picture, or the initials; the name always stands beside it. SET-19 */
export function Avatar({ id, name, avatarId, size = "36px" }: Props) {
  if (avatarId === null) return <Initials id={id} name={name} size={size} />;
  // The page's own address serves it in the one size that there is; nothing is left to be optimized.
  return (
    // biome-ignore lint/performance/noImgElement: already small, and kept by the browser for good
    <img
      className={styles.picture}
      src={avatarPath(avatarId)}
      style={{ inlineSize: size, blockSize: size }}
      alt=""
      decoding="async"
      draggable={false}
    />
  );
}

/** Where a picture is served. */
export function avatarPath(avatarId: string): string {
  return `/api/v1/avatars/${avatarId}`;
}
