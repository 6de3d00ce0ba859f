/*
 * Events as AWS sends them: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html (version 2.0, function URLs
 * and HTTP APIs) and https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 * (version 1.0, REST APIs).
 */

type ToEvent = (request: Request, body: string, address: string) => object;

interface LambdaResult {
  readonly statusCode: number;
  readonly headers?: Record<string, string>;
  readonly multiValueHeaders?: Record<string, string[]>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

export type LambdaHandler = (event: never, context: never) => Promise<unknown>;

export const lambdaEvents: Readonly<Record<"1.0" | "2.0", ToEvent>> = {
  "1.0": ({ url, method, headers }, body, address) => {
    const { pathname, searchParams, host } = new URL(url);
    const query = [...searchParams].map(([name, value]) => [name, [value]]);
    return {
      version: "1.0",
      resource: "/{proxy+}",
      path: pathname,
      httpMethod: method,
      headers: Object.fromEntries(headers),
      multiValueHeaders: Object.fromEntries([...headers].map(([name, value]) => [name, [value]])),
      queryStringParameters: searchParams.size > 0 ? Object.fromEntries(searchParams) : null,
      multiValueQueryStringParameters: query.length > 0 ? Object.fromEntries(query) : null,
      requestContext: {
        path: pathname,
        stage: "$default",
        httpMethod: method,
        domainName: host,
        identity: { sourceIp: address, userAgent: "test" },
      },
      body: body === "" ? null : Buffer.from(body).toString("base64"),
      isBase64Encoded: body !== "",
    };
  },
  "2.0": ({ url, method, headers }, body, address) => {
    const { pathname, search, host } = new URL(url);
    return {
      version: "2.0",
      routeKey: "$default",
      rawPath: pathname,
      rawQueryString: search.slice(1),
      headers: Object.fromEntries(headers),
      requestContext: {
        domainName: host,
        stage: "$default",
        http: { method, path: pathname, protocol: "HTTP/1.1", sourceIp: address, userAgent: "test" },
      },
      ...(body !== "" && { body }),
      isBase64Encoded: false,
    };
  },
};

/** A request by way of Lambda: an event in, a result out. */
export async function sendToLambda(
  handler: LambdaHandler,
  toEvent: ToEvent,
  request: Request,
  address: string,
): Promise<Response> {
  const event = toEvent(request, await request.text(), address);
  const result = (await handler(event as never, {} as never)) as LambdaResult;
  const headers = new Headers(result.headers);
  for (const [name, values] of Object.entries(result.multiValueHeaders ?? {}))
    for (const value of values) headers.append(name, value);
  const body = Buffer.from(result.body, result.isBase64Encoded ? "base64" : "utf8");
  return new Response([204, 304].includes(result.statusCode) ? null : body, { status: result.statusCode, headers });
}
