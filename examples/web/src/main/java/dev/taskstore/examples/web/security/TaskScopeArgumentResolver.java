package dev.taskstore.examples.web.security;

import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Gives a controller method the rows of the signed-in user: a parameter of type {@link TaskScope},
 * which is closed when the request is complete.
 */
@Component
public class TaskScopeArgumentResolver
    implements HandlerMethodArgumentResolver, HandlerInterceptor {

  private static final String SCOPE = TaskScopeArgumentResolver.class.getName();

  private final TaskStore store;

  TaskScopeArgumentResolver(TaskStore store) {
    this.store = store;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == TaskScope.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Object existing = request.getAttribute(SCOPE, RequestAttributes.SCOPE_REQUEST);
    if (existing != null) {
      return existing;
    }
    if (!(request.getUserPrincipal() instanceof Authentication authentication)
        || !(authentication.getPrincipal() instanceof SignedInUser user)) {
      throw new IllegalStateException("A scope requires a signed-in user.");
    }
    TaskScope scope = store.scopedTo(user.id());
    request.setAttribute(SCOPE, scope, RequestAttributes.SCOPE_REQUEST);
    return scope;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception exception) {
    if (request.getAttribute(SCOPE) instanceof TaskScope scope) {
      scope.close();
    }
  }
}
