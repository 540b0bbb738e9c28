/** A field as high as what is in it, also where the browser cannot do that by `field-sizing`. */

const isNative = () => globalThis.CSS?.supports?.('field-sizing', 'content') ?? false;

/** @returns {() => void} to be called when the text is another */
export function makeGrowing(field) {
  if (isNative()) return () => {};
  return () => {
    // Or it would never become less; the style sheet has the bounds.
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  };
}
