import { notifications } from '@mantine/notifications';

/** Says that it is done, to eyes and to screen readers. */
export function tellDone(message: string): void {
  notifications.show({ message, role: 'status', autoClose: 6_000, withCloseButton: false });
}
