package org.resetscope.calibration;

import java.util.List;
import java.util.Locale;

/** Probability said against share that came true, as SVG; the area of a dot grows with the number of verdicts. */
final class ReliabilityDiagram {

    private static final int SIDE = 300;
    private static final int MARGIN = 50;

    private ReliabilityDiagram() {
    }

    static String svg(List<Bin> captured, List<Bin> flat) {
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
                + "font-family=\"sans-serif\" font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n", SIDE + 2 * MARGIN + 120,
                SIDE + 2 * MARGIN));
        for (int i = 5; i <= 10; i++) {
            double at = i / 10.0;
            svg.append(String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>%n", x(at), SIDE + MARGIN + 18, at));
            svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%.1f</text>%n", MARGIN - 6, y(at) + 4, at));
        }
        svg.append(String.format(Locale.ROOT, "<path d=\"M%d %d H%d M%d %d V%d\" stroke=\"#000\"/>%n", MARGIN, SIDE + MARGIN, SIDE + MARGIN, MARGIN,
                SIDE + MARGIN, MARGIN));
        svg.append(String.format(Locale.ROOT, "<path d=\"M%.0f %.0f L%.0f %.0f\" stroke=\"#888\" stroke-dasharray=\"4\"/>%n", x(0.5), y(0.5), x(1), y(1)));
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">probability said</text>%n", MARGIN + SIDE / 2,
                SIDE + MARGIN + 38));
        svg.append(String.format(Locale.ROOT, "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">came true</text>%n",
                MARGIN + SIDE / 2));
        series(svg, captured, "#1f5fa8", "as captured", MARGIN);
        series(svg, flat, "#c2571a", "equal TTLs", MARGIN + 20);
        return svg.append("</svg>\n").toString();
    }

    private static void series(StringBuilder svg, List<Bin> bins, String colour, String name, int legend) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" fill=\"%s\">● %s</text>%n", SIDE + MARGIN + 20, legend, colour, name));
        for (Bin bin : bins) {
            svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" fill-opacity=\"0.6\"/>%n", x(bin.stated()),
                    y(bin.came()), 2 + Math.sqrt(bin.count()) / 4, colour));
        }
    }

    /** The likeliest of two senders is never below one half. */
    private static double x(double probability) {
        return MARGIN + (probability - 0.5) * 2 * SIDE;
    }

    private static double y(double probability) {
        return MARGIN + SIDE - Math.max(0, probability - 0.5) * 2 * SIDE;
    }
}
