/* drawn.js: the pictures in the first window are there, also those that wait to be scrolled to. */
async () => {
  const inWindow = (image) => { const { top, bottom, width } = image.getBoundingClientRect(); return width > 0 && top < innerHeight && bottom > 0; };
  await Promise.all([...document.images].filter(inWindow).map((image) => image.decode().catch(() => null)));
}
