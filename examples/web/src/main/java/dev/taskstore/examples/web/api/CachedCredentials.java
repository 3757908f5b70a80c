package dev.taskstore.examples.web.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.examples.web.security.SignedInUser;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Verifies the name and password that each request of the API contains. A hash of Argon2id for each
 * request would cost more than the request, so verified pairs are kept for five minutes, as
 * HMAC-SHA-256 values with a key of this process. Each request reads the user: after a change of
 * the password or the end of the account, a kept pair is worthless. Thread-safe.
 */
final class CachedCredentials implements AuthenticationProvider {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int MAXIMUM_ENTRIES = 10_000;
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private record Verified(UUID userId, PasswordHash hash) {}

  private final AuthenticationProvider passwords;
  private final TaskStore store;
  private final SecretKeySpec key;
  private final Cache<ByteBuffer, Verified> verified;

  CachedCredentials(
      AuthenticationProvider passwords, TaskStore store, Clock clock, SecureRandom random) {
    this.passwords = passwords;
    this.store = store;
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, ALGORITHM);
    this.verified =
        Caffeine.newBuilder()
            .maximumSize(MAXIMUM_ENTRIES)
            .expireAfterWrite(LIFETIME)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  @Override
  public @Nullable Authentication authenticate(Authentication authentication) {
    ByteBuffer pair = digest(authentication);
    Verified known = verified.getIfPresent(pair);
    if (known != null) {
      User user = find(known.userId());
      if (user != null && user.passwordHash().equals(known.hash())) {
        return UsernamePasswordAuthenticationToken.authenticated(
            new SignedInUser(user.id(), user.username()), null, List.of());
      }
      verified.invalidate(pair);
    }
    Authentication checked = passwords.authenticate(authentication);
    if (checked != null && checked.getPrincipal() instanceof SignedInUser signedIn) {
      User user = find(signedIn.id());
      if (user != null) {
        verified.put(pair, new Verified(user.id(), user.passwordHash()));
      }
    }
    return checked;
  }

  private @Nullable User find(UUID id) {
    try {
      return store.users().findById(id).orElse(null);
    } catch (DatabaseException e) {
      throw new AuthenticationServiceException("The database could not find the user.", e);
    }
  }

  /** The length of the name separates both texts. */
  private ByteBuffer digest(Authentication authentication) {
    byte[] name = authentication.getName().getBytes(StandardCharsets.UTF_8);
    byte[] password =
        String.valueOf(authentication.getCredentials()).getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
      mac.update(name);
      return ByteBuffer.wrap(mac.doFinal(password));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return passwords.supports(authentication);
  }
}
