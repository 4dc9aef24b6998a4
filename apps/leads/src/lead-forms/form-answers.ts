import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { answerWithProblem, createLogger, toRefusal, type FieldError } from '@relance/service-runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FORM_PAGE_POLICY, problemPage } from './form-page';

const log = createLogger('lead-forms');

const LABELS: Record<string, string> = {
  firstName: 'Prénom',
  lastName: 'Nom',
  email: 'E-mail',
  phone: 'Téléphone',
  message: 'Message',
  vehicle: 'Véhicule',
};

/** Sentences begin with a capital; what schemas say does not. */
const FOR_PEOPLE = /^\p{Lu}/u;

/** Whether a browser sent a form itself, and shows what we answer. */
export function isBrowserForm(request: FastifyRequest): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '');
}

/** Scripts of any website may send a form and read the answer; nobody’s credentials go with it. */
export function allowAnyOrigin(reply: FastifyReply): void {
  void reply.header('access-control-allow-origin', '*');
}

/** Sends a page that a browser shows. */
export function sendPage(reply: FastifyReply, status: number, html: string): void {
  void reply
    .status(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', FORM_PAGE_POLICY)
    .header('cache-control', 'no-store')
    .send(html);
}

/** Whoever filled in a form reads what is wrong in French; scripts get a problem. */
@Catch()
export class FormErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    allowAnyOrigin(reply);
    if (!isBrowserForm(request)) return answerWithProblem(error, request, reply);
    const { body, retryAfterSeconds } = toRefusal(error);
    if (body.status >= 500)
      log[body.status === 503 ? 'warn' : 'error'](
        { err: error, correlationId: request.correlationId },
        'a form was not kept',
      );
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
    const { title, sentences } = words(body.status, body.errors);
    sendPage(reply, body.status, problemPage(title, sentences, request.headers.referer));
  }
}

function words(status: number, errors: FieldError[]): { title: string; sentences: string[] } {
  if (status === 404) {
    return {
      title: 'Formulaire introuvable',
      sentences: ['Ce formulaire n’existe pas, ou n’est plus en service.'],
    };
  }
  if (status >= 500) {
    return {
      title: 'Un instant, s’il vous plaît',
      sentences: [
        'Votre demande n’a pas pu être enregistrée. Revenez au formulaire et envoyez-la de nouveau.',
      ],
    };
  }
  const sentences = errors.map(sentence);
  return {
    title: 'À corriger',
    sentences: sentences.length > 0 ? sentences : ['Votre demande n’a pas pu être lue.'],
  };
}

/** What is said in French is said as it is; what schemas say is not for people. */
function sentence({ path, message }: FieldError): string {
  if (path === '') {
    return 'Indiquez une adresse e-mail ou un numéro de téléphone, pour que nous puissions vous répondre.';
  }
  if (FOR_PEOPLE.test(message)) return message;
  const most = /at most (\d+) characters/.exec(message)?.[1];
  const wrong = most ? `${most} caractères au plus.` : 'un caractère n’est pas accepté.';
  return `${LABELS[path] ?? path}\u00a0: ${wrong}`;
}
