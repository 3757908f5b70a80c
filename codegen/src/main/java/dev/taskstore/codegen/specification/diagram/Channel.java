package dev.taskstore.codegen.specification.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The space right of a layer, in which links go up and down on tracks side by side. */
final class Channel {

  private static final int END = 34;
  private static final int TRACK = 12;

  private final Map<Segment, Integer> tracks = new HashMap<>();
  private int count;
  private int left;

  /** Gives each segment that is not straight a track, so that few of them cross. */
  Channel(List<Segment> segments) {
    List<Segment> order = new ArrayList<>();
    for (Segment segment : segments) {
      if (!segment.straight()) {
        order.add(bestPlace(segment, order), segment);
      }
    }
    for (int i = 0; i < order.size(); i++) {
      int track = 0;
      for (int j = 0; j < i; j++) {
        if (order.get(j).overlaps(order.get(i))) {
          track = Math.max(track, tracks.get(order.get(j)) + 1);
        }
      }
      tracks.put(order.get(i), track);
      count = Math.max(count, track + 1);
    }
  }

  private static int bestPlace(Segment segment, List<Segment> order) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int place = 0; place <= order.size(); place++) {
      int cost = 0;
      for (int i = 0; i < order.size(); i++) {
        cost += i < place ? order.get(i).costLeftOf(segment) : segment.costLeftOf(order.get(i));
      }
      if (cost < least) {
        least = cost;
        best = place;
      }
    }
    return best;
  }

  void moveTo(int x) {
    left = x;
  }

  int width() {
    return 2 * END + Math.max(0, count - 1) * TRACK;
  }

  boolean used() {
    return count > 0;
  }

  int x(Segment segment) {
    return left + END + tracks.getOrDefault(segment, 0) * TRACK;
  }
}
