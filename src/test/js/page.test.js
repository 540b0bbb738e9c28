import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';

const PAGE = fileURLToPath(new URL('../../main/webapp', import.meta.url));

/** Of each kind of file, what makes text into markup or code, and what asks another host. */
const REFUSED = {
  '.js': {
    'makes text into markup': /\b(?:(?:inner|outer)HTML|insertAdjacentHTML|setHTML\w*|srcdoc|createContextualFragment|parseFromString|DOMParser)\b|\bdocument\s*\.\s*write/,
    'makes text into code': /\beval\s*\(|\bFunction\s*\(|\bset(?:Timeout|Interval)\s*\(\s*['"`]|javascript:/i,
    'sets a style or a listener by an attribute': /setAttribute(?:NS)?\([^)]*['"`](?:style|on\w+)['"`]/i,
    'asks another host': /\b(?:import|fetch|Worker|WebSocket|EventSource|URL|open|sendBeacon|register)\s*\(?\s*['"`](?:https?:|wss?:)?\/\/|\bfrom\s*['"`](?:https?:)?\/\/|\b(?:src|href|srcset|poster|action|data)\b['"`]?\s*[:=,]\s*['"`](?:https?:)?\/\//i,
  },
  '.html': {
    'holds a script or a style': /<style\b|\sstyle\s*=|<script\b(?![^>]*\ssrc=)|<script\b[^>]*>\s*[^<\s]/i,
    'listens in an attribute': /<[^>]*\son\w+\s*=/i,
    'makes text into code': /javascript:|\ssrcdoc\s*=/i,
    'asks another host': /\s(?:src|href|srcset|poster|action|data)\s*=\s*["']?(?:https?:)?\/\//i,
  },
  '.css': { 'asks another host': /(?:url\(|@import)\s*["']?(?:https?:)?\/\//i },
};
REFUSED['.webmanifest'] = {
  'leads out of the folder of the page': /"(?:src|url|action|id|start_url|scope)"\s*:\s*"(?:\w+:|\/|\.\.)/i,
};
REFUSED['.svg'] = { ...REFUSED['.html'], 'holds a script': /<script\b/i };

/** Which of the rules for such a file its text breaks. */
const broken = (kind, text) =>
  Object.entries(REFUSED[kind] ?? {}).flatMap(([rule, pattern]) => {
    const found = text.match(pattern);
    return found ? [`${rule}: ${found[0]}`] : [];
  });

const FILES = readdirSync(PAGE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, path, name }) => `${parentPath ?? path}/${name}`)
  .filter((file) => !relative(PAGE, file).startsWith('WEB-INF'));

describe('a file of the page', () => {
  it('makes no text into markup or code, and asks no other host', () => {
    for (const kind of ['.js', '.css', '.html', '.svg', '.webmanifest'])
      assert.ok(FILES.some((file) => extname(file) === kind), `there is no ${kind}`);
    const faults = FILES.flatMap((file) =>
      broken(extname(file), readFileSync(file, 'utf8')).map(
        (fault) => `${relative(PAGE, file)} ${fault}`,
      ),
    );
    assert.deepEqual(faults, []);
  });

  it('is refused for each way to do that', () => {
    const bad = {
      '.js': [
        'row.innerHTML = text',
        'row.outerHTML = text',
        "row.insertAdjacentHTML('beforeend', text)",
        'document.write(text)',
        'document.writeln(text)',
        'range.createContextualFragment(text)',
        "new DOMParser().parseFromString(text, 'text/html')",
        'row.setHTMLUnsafe(text)',
        'eval(text)',
        'new Function(text)',
        "setTimeout('go()', 1)",
        "link.href = 'javascript:go()'",
        "row.setAttribute('onclick', text)",
        "row.setAttribute('style', text)",
        "import('https://cdn.example/x.js')",
        "import x from 'https://cdn.example/x.js'",
        "import 'https://cdn.example/x.js'",
        "fetch('//cdn.example/x')",
        "new WebSocket('wss://chat.example/ws')",
        "image.src = 'https://cdn.example/x.png'",
        "h('img', { src: 'https://cdn.example/x.png' })",
        "image.setAttribute('src', 'https://cdn.example/x.png')",
      ],
      '.html': [
        '<script>go()</script>',
        '<script src="js/main.js">go()</script>',
        '<style>p { color: red }</style>',
        '<p style="color: red">',
        '<p class="a" onclick="go()">',
        '<a href="javascript:go()">',
        '<link rel="stylesheet" href="https://cdn.example/x.css">',
        '<img src="//cdn.example/x.png">',
      ],
      '.css': [
        'p { background: url(https://cdn.example/x.png) }',
        "p { background: url('//cdn.example/x.png') }",
        '@import "https://cdn.example/x.css";',
      ],
      '.svg': [
        '<svg onload="go()">',
        '<svg><script href="x.js"/></svg>',
        '<image href="https://cdn.example/x.png"/>',
      ],
      '.webmanifest': [
        '{ "icons": [{ "src": "https://cdn.example/x.png" }] }',
        '{ "icons": [{ "src": "//cdn.example/x.png" }] }',
        '{ "start_url": "/chat/" }',
        '{ "scope": "../" }',
      ],
    };
    for (const [kind, texts] of Object.entries(bad))
      for (const text of texts) assert.notDeepEqual(broken(kind, text), [], text);
  });
});
