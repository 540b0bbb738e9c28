/** Where files can be dropped: it says so while some are held over it. */
import { element } from './dom.js';

/** @param {(event: DragEvent, what: DataTransfer) => void} onFiles */
export function mountDrop(place, { t }, onFiles) {
  const node = element('p', { class: 'drop', 'aria-hidden': 'true', hidden: '' }, t('attach.drop'));
  // Each part of the page that is passed over is entered before the last one is left.
  let depth = 0;
  place.append(node);

  const hasFiles = ({ dataTransfer }) => [...dataTransfer.types].includes('Files');

  function over(change) {
    depth = Math.max(0, depth + change);
    node.hidden = depth === 0;
  }

  place.addEventListener('dragenter', (event) => hasFiles(event) && over(1));
  place.addEventListener('dragleave', (event) => hasFiles(event) && over(-1));
  place.addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault());
  place.addEventListener('drop', (event) => {
    over(-depth);
    onFiles(event, event.dataTransfer);
  });
}
