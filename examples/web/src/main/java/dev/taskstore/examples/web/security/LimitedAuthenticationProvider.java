package dev.taskstore.examples.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Limits failed sign-ins, and the number of passwords that are verified at the same time: each
 * takes a processor and 19 MiB of memory. Thread-safe.
 */
final class LimitedAuthenticationProvider implements AuthenticationProvider {

  private static final long PATIENCE_SECONDS = 30;

  /** Each that waits occupies a thread of the server, which has 200. */
  private static final int MAXIMUM_WAITING = 50;

  private final AuthenticationProvider provider;
  private final SignInLimiter limiter;
  private final Semaphore processors;

  LimitedAuthenticationProvider(
      AuthenticationProvider provider, SignInLimiter limiter, int concurrent) {
    this.provider = provider;
    this.limiter = limiter;
    this.processors = new Semaphore(concurrent, true);
  }

  @Override
  public @Nullable Authentication authenticate(Authentication authentication) {
    try {
      if (processors.getQueueLength() >= MAXIMUM_WAITING
          || !processors.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AuthenticationServiceException("Too many sign-ins at the same time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuthenticationServiceException("The sign-in was interrupted.", e);
    }
    try {
      return verify(authentication);
    } finally {
      processors.release();
    }
  }

  /** Counts only attempts that are verified now: those that wait have not failed. */
  private @Nullable Authentication verify(Authentication authentication) {
    SignInLimiter.Attempt attempt = limiter.begin(authentication.getName(), address());
    try {
      Authentication done = provider.authenticate(authentication);
      attempt.succeeded();
      return done;
    } catch (AuthenticationServiceException e) {
      attempt.succeeded(); // no password was verified
      throw e;
    }
  }

  /** The address of the peer; behind a proxy, the server takes it from the proxy's headers. */
  private static String address() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
      HttpServletRequest request = current.getRequest();
      return request.getRemoteAddr();
    }
    return "";
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return provider.supports(authentication);
  }
}
