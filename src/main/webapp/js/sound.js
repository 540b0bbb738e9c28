/** Two soft tones, made when they are played: no file to be fetched. */
const TONES_HZ = [660, 880];
const TONE_S = 0.12;
const LOUDNESS = 0.08;

let context;

/** Browsers let only a page sound that somebody has used. */
const mayPlay = () => navigator.userActivation?.hasBeenActive ?? true;

export function play() {
  if (!mayPlay()) return;
  context ??= new AudioContext();
  const begin = context.currentTime;
  TONES_HZ.forEach((frequency, index) => {
    const at = begin + index * TONE_S;
    const tone = new OscillatorNode(context, { frequency });
    const loudness = new GainNode(context, { gain: 0 });
    // Not at once, which would be a click.
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + TONE_S * 2);
    tone.connect(loudness).connect(context.destination);
    tone.start(at);
    tone.stop(at + TONE_S * 2);
  });
}
