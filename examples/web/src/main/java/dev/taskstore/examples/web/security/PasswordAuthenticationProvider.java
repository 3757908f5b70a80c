package dev.taskstore.examples.web.security;

import dev.taskstore.User;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.passwords.PasswordAuthenticator;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Verifies names and passwords with TaskStore's authenticator. Thread-safe. */
final class PasswordAuthenticationProvider implements AuthenticationProvider {

  private final PasswordAuthenticator authenticator;

  PasswordAuthenticationProvider(PasswordAuthenticator authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    User user =
        verified(authentication)
            .orElseThrow(() -> new BadCredentialsException("The name or the password is wrong."));
    return UsernamePasswordAuthenticationToken.authenticated(
        new SignedInUser(user.id(), user.username()), null, List.of());
  }

  private Optional<User> verified(Authentication authentication) {
    Object password = authentication.getCredentials();
    try {
      return authenticator.authenticate(
          authentication.getName(), password == null ? "" : password.toString());
    } catch (DatabaseException e) {
      throw new AuthenticationServiceException("The database could not verify the password.", e);
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
