package dev.taskstore.examples.web.api;

import static org.springframework.security.config.Customizer.withDefaults;

import dev.taskstore.TaskStore;
import dev.taskstore.examples.web.page.NavigationEntry;
import dev.taskstore.examples.web.security.SignInLimitException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Authentication of the API with HTTP Basic, which belongs behind TLS. The API uses no cookie, so
 * that a page of another site cannot use it in the name of a signed-in user.
 */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

  private final JsonMapper json;

  ApiConfiguration(JsonMapper json) {
    this.json = json;
  }

  @Bean
  @Order(40)
  NavigationEntry apiNavigation() {
    return new NavigationEntry("/api", "API");
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http,
      AuthenticationProvider passwords,
      TaskStore store,
      Clock clock,
      SecureRandom random) {
    return http.securityMatcher("/api/v1/**")
        .authenticationManager(
            new ProviderManager(new CachedCredentials(passwords, store, clock, random)))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/api/v1/openapi.yaml")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(this::refuse))
        .exceptionHandling(failures -> failures.authenticationEntryPoint(this::refuse))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(withDefaults())
        .build();
  }

  /** Entity tags of lists. Those of single tasks contain their version. */
  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> entityTagsOfLists() {
    ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter();
    filter.setWriteWeakETag(true);
    FilterRegistrationBean<ShallowEtagHeaderFilter> registration =
        new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/api/v1/*");
    return registration;
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    if (e instanceof SignInLimitException limit) {
      response.setHeader(HttpHeaders.RETRY_AFTER, limit.retryAfterSeconds());
      write(response, Problems.tooManyAttempts());
    } else if (e instanceof AuthenticationServiceException) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
      write(
          response,
          Problems.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "unavailable",
              "The database is not available",
              "Retry the request after the time in Retry-After."));
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"tasks\", charset=\"UTF-8\"");
      write(response, Problems.unauthorized());
    }
  }

  private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
