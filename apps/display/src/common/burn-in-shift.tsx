import { useEffect, useState, type ReactNode } from 'react';

/** Round a square of 2 px, one step a minute: no line of the screen stays on the same pixels for a day. */
const steps = [
  [0, 0],
  [1, 0],
  [2, 0],
  [2, 1],
  [2, 2],
  [1, 2],
  [0, 2],
  [0, 1],
] as const;
const stepMs = 60_000;

export function BurnInShift({ children }: { children: ReactNode }) {
  const [step, setStep] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setStep((n) => (n + 1) % steps.length), stepMs);
    return () => clearInterval(timer);
  }, []);
  const [x, y] = steps[step] ?? steps[0];
  return (
    <div className="screen" style={{ transform: `translate(${x - 1}px, ${y - 1}px)` }}>
      {children}
    </div>
  );
}
