package dev.taskstore.examples.web.page;

import dev.taskstore.examples.web.security.TaskScopeArgumentResolver;
import java.util.List;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

  private final TaskScopeArgumentResolver scopes;

  PageConfiguration(TaskScopeArgumentResolver scopes) {
    this.scopes = scopes;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(scopes);
  }

  /** Parameters name constants as in {@code in-progress}. */
  @Override
  public void addFormatters(FormatterRegistry registry) {
    ApplicationConversionService.addApplicationConverters(registry);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(scopes);
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/", "/tasks");
    registry.addViewController("/sign-in").setViewName("account/sign-in");
  }
}
