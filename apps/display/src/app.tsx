import { PairingScreen, useDevice } from '@sunbeon/ui';
import { Component, type ReactNode } from 'react';
import { reloadSoon } from './device/watchdog.ts';
import { PairedScreen } from './paired-screen.tsx';
import { isPreview, PreviewScreen } from './preview.tsx';
import { texts } from './texts.ts';

export function App() {
  return <FaultScreen>{isPreview ? <PreviewScreen /> : <Device />}</FaultScreen>;
}

/** What the screen is, its device settings say; unpaired, it asks for a code. */
function Device() {
  const view = useDevice('display');
  if (view.device === null) return <PairingScreen kind="display" view={view} />;
  return <PairedScreen key={view.device.deviceId} device={view.device} view={view} />;
}

/** A fault of drawing must not leave a frozen number on the wall: it is said, and the page loaded anew. */
class FaultScreen extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    console.error('the screen could not be drawn', error);
    reloadSoon();
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="plain" data-testid="screen-fault">
        <p className="plain__text">{texts.drawing_fault.ko}</p>
      </main>
    );
  }
}
