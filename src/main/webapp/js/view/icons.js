/** The page's few pictures, drawn in the colour of the text around them. */
const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  bubble:
    'M7 3h10a4 4 0 0 1 4 4v6a4 4 0 0 1-4 4h-5l-5 4v-4a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4zM8 10h.01M12 10h.01M16 10h.01',
  people:
    'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21v-1a6 6 0 0 1 6-6h2a6 6 0 0 1 6 6v1M16 3.2a4 4 0 0 1 0 7.6M19 14.5a6 6 0 0 1 3 5.5v1',
  pencil: 'M4 20h4L19 9a2.8 2.8 0 0 0-4-4L4 16zM13.5 6.5l4 4',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7 7 7',
  down: 'M12 5v14M6 13l6 6 6-6',
  up: 'M12 19V5M6 11l6-6 6 6',
  send: 'M4 12l16-8-6 16-3-7zM11 13l9-9',
  room: 'M9.5 4l-2 16M16.5 4l-2 16M4.5 9h16M3.5 15h16',
  plus: 'M12 6v12M6 12h12',
  leave: 'M10 4H5v16h5M15 8l4 4-4 4M19 12h-9',
  reply: 'M9 6l-6 6 6 6M4 12h10a6 6 0 0 1 6 6v1',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5h.01M15 9.5h.01',
  more: 'M5 11.7h.6v.6H5zM11.7 11.7h.6v.6h-.6zM18.4 11.7h.6v.6h-.6z',
  image:
    'M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM3.5 17l5-5 4 4 3-3 5 5M15.5 8.5h.01',
  copy: 'M9 8h10v12H9zM15 8V4H5v12h4',
  link: 'M10 14a4 4 0 0 0 6 0l3.5-3.5a4.2 4.2 0 0 0-6-6L12 6M14 10a4 4 0 0 0-6 0l-3.5 3.5a4.2 4.2 0 0 0 6 6L12 18',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3v5M15 3v5',
  bin: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  seen: 'M2.5 12.5l4.5 4.5L17 7M12.5 16l.9 1L23 7.5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 7.8h.01',
  horn: 'M4 10v4l3 .5L9 20h2.5l-1-5L18 18V6L7.5 9.5zM21 10.5v3',
  box: 'M4 5h16v4H4zM5.5 9v10h13V9M10 13h4',
  flag: 'M6 21V4M6 5h12l-3 4 3 4H6',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 19a2 2 0 0 0 4 0',
  bellOff: 'M6 17V11a6 6 0 0 1 9-5.2M18 11v6l1.5 2h-15l1.5-2M10 19a2 2 0 0 0 4 0M4 3l16 18',
  lock: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
};

/** @param {keyof PATHS} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  return svg;
}
