import { answer, api } from '../api/client';
import { networkProblem, problemOf } from '../api/problem';
import { accessToken, tokenRefused } from '../api/session';
import type { ImportJob } from './column-mapping';

const POLL_MS = 1_000;

/** One import; asked again each second while it runs. */
export const importQuery = (id: string) => ({
  queryKey: ['lead-imports', id] as const,
  queryFn: () => answer(api.GET('/api/v1/lead-imports/{id}', { params: { path: { id } } })),
  refetchInterval: ({ state }: { state: { data?: ImportJob | undefined } }) =>
    state.data?.status === 'RUNNING' ? POLL_MS : false,
});

/**
 * Sends a file, telling its progress (0 to 1), which `fetch` cannot.
 * @throws ApiProblem, also when it was given up
 */
export async function uploadImport(
  file: File,
  pointOfSaleId: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<ImportJob> {
  const query = new URLSearchParams({ pointOfSaleId, fileName: file.name });
  const address = `/api/v1/lead-imports?${query.toString()}`;
  const key = crypto.randomUUID();
  const token = await accessToken();
  let response = await send(address, file, token, key, onProgress, signal);
  if (response.status === 401)
    response = await send(address, file, await tokenRefused(token), key, onProgress, signal);
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as ImportJob;
}

function send(
  address: string,
  file: File,
  token: string,
  key: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(networkProblem());
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('content-type', 'text/csv');
    request.setRequestHeader('idempotency-key', key);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.addEventListener('load', () => {
      const retryAfter = request.getResponseHeader('retry-after');
      resolve(
        new Response(request.responseText, {
          status: request.status,
          headers: retryAfter ? { 'retry-after': retryAfter } : {},
        }),
      );
    });
    request.addEventListener('error', () => reject(networkProblem()));
    request.addEventListener('abort', () => reject(networkProblem()));
    signal.addEventListener('abort', () => request.abort());
    request.addEventListener('timeout', () => reject(networkProblem()));
    request.send(file);
  });
}

/** The rejected lines as a file on this machine; `suffix` is what its name says of it. @throws ApiProblem */
export async function downloadRejected(job: ImportJob, suffix: string): Promise<void> {
  const blob = await answer(
    api.GET('/api/v1/lead-imports/{id}/rejected', { params: { path: { id: job.id } }, parseAs: 'blob' }),
  );
  const address = URL.createObjectURL(blob as unknown as Blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${job.fileName.replace(/\.csv$/i, '')} - ${suffix}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
