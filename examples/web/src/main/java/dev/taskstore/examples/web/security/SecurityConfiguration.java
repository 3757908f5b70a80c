package dev.taskstore.examples.web.security;

import static org.springframework.security.config.Customizer.withDefaults;

import dev.taskstore.TaskStore;
import dev.taskstore.passwords.PasswordAuthenticator;
import dev.taskstore.passwords.PasswordHasher;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** Neither scripts nor styles in pages, nothing from other hosts. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src"
          + " 'none'";

  private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=()";

  /** With the default cost of the library, unless the setting changes the memory of a hash. */
  @Bean
  PasswordHasher passwordHasher(@Value("${web.password-memory-kib:0}") int memory) {
    return memory == 0
        ? PasswordHasher.defaults()
        : PasswordHasher.builder().memoryKib(memory).build();
  }

  @Bean
  SignInLimiter signInLimiter(
      Clock clock,
      @Value("${web.sign-in.failures-per-account}") int perAccount,
      @Value("${web.sign-in.failures-per-address}") int perAddress) {
    return new SignInLimiter(clock, perAccount, perAddress);
  }

  @Bean
  AuthenticationProvider authenticationProvider(
      TaskStore store, PasswordHasher hasher, SignInLimiter limiter) {
    return new LimitedAuthenticationProvider(
        new PasswordAuthenticationProvider(new PasswordAuthenticator(store.users(), hasher)),
        limiter,
        Runtime.getRuntime().availableProcessors());
  }

  /** Reports ended sessions, so that their live updates end too. */
  @Bean
  HttpSessionEventPublisher sessionEvents() {
    return new HttpSessionEventPublisher();
  }

  /** The pages. The chain of another path needs a lower order. */
  @Bean
  @Order(100)
  SecurityFilterChain pages(HttpSecurity http) {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    // The end of a stream whose request was permitted; its session may have ended.
                    .dispatcherTypeMatchers(DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(
                        "/sign-in",
                        "/sign-in/limited",
                        "/sign-up",
                        "/css/**",
                        "/js/**",
                        "/webjars/**",
                        "/favicon.svg")
                    .permitAll()
                    .requestMatchers("/error")
                    .permitAll()
                    // Only whether the application is healthy, without details.
                    .requestMatchers(HttpMethod.GET, "/actuator/health/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .defaultSuccessUrl("/tasks")
                    .failureHandler(SecurityConfiguration::refuse))
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
        .requestCache(cache -> cache.requestCache(pagesOnly()))
        .exceptionHandling(
            failures ->
                failures
                    .defaultAuthenticationEntryPointFor(
                        new FragmentEntryPoint(), FragmentEntryPoint::isFragment)
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/sign-in"), request -> true))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY)))
        .csrf(withDefaults())
        .build();
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException, ServletException {
    if (e instanceof SignInLimitException limit) {
      request.setAttribute(SignInLimitController.SECONDS, limit.retryAfterSeconds());
      request.getRequestDispatcher("/sign-in/limited").forward(request, response);
      return;
    }
    response.sendRedirect(
        request.getContextPath()
            + (e instanceof AuthenticationServiceException
                ? "/sign-in?unavailable"
                : "/sign-in?error"));
  }

  /** After sign-in, a browser returns to a page, not to a fragment or a stream of events. */
  private static RequestCache pagesOnly() {
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(SecurityConfiguration::isPage);
    return cache;
  }

  private static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return HttpMethod.GET.matches(request.getMethod())
        && !FragmentEntryPoint.isFragment(request)
        && accept != null
        && accept.contains("text/html");
  }
}
