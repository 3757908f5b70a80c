package dev.taskstore.examples.web.statistics;

import dev.taskstore.TaskScope;
import dev.taskstore.examples.web.page.NavigationEntry;
import dev.taskstore.examples.web.security.SignedInUser;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page with the counts and charts of the user's tasks. */
@Controller
class StatisticsController {

  private final StatisticsReader reader;

  StatisticsController(StatisticsReader reader) {
    this.reader = reader;
  }

  @GetMapping("/statistics")
  String show(@AuthenticationPrincipal SignedInUser user, TaskScope scope, Model model) {
    Statistics statistics = reader.read(scope, user.id());
    Statistics.Own own = statistics.own();
    model.addAttribute("statistics", statistics);
    model.addAttribute(
        "charts",
        List.of(
            BarChart.of(
                "status",
                "Your own tasks by status",
                "Status",
                List.of("To do", "In progress", "Completed"),
                List.of(own.pending(), own.inProgress(), own.completed())),
            BarChart.of(
                "priority",
                "Open tasks by priority",
                "Priority",
                List.of("High", "Medium", "Low"),
                List.of(statistics.high(), statistics.medium(), statistics.low())),
            BarChart.of(
                "attention",
                "Overdue, assigned and shared",
                "Tasks",
                List.of("Overdue", "Assigned to you", "Of others"),
                List.of(statistics.overdue(), statistics.assigned(), statistics.shared()))));
    return "statistics";
  }

  @Configuration(proxyBeanMethods = false)
  static class Navigation {

    @Bean
    @Order(20)
    NavigationEntry statisticsNavigation() {
      return new NavigationEntry("/statistics", "Statistics");
    }
  }
}
