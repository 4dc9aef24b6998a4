/** The browser draws within this time when it draws at all; a page in the background does not. */
const DRAWN_WITHIN_MS = 150;

let drawn = false;
let tell: () => void;

/** Fulfilled once the frame has been seen: what takes long to draw waits until then. */
export const framed = new Promise<void>((resolve) => (tell = resolve));

export function frameIsDrawn(): boolean {
  return drawn;
}

/** The frame is part of the page; it is drawn with the next frame of the screen. */
export function frameStands(): void {
  if (drawn) return;
  const done = (): void => {
    drawn = true;
    tell();
  };
  setTimeout(done, DRAWN_WITHIN_MS);
  requestAnimationFrame(() => setTimeout(done));
}
