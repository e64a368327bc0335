/// Puts a live figure in the place of a drawn one, on the screen only; print keeps the drawings.
enum ReportScript {
    static let source = """
        (function(){
        var options=JSON.parse(document.getElementById("chart-options").textContent),live=[];
        function start(id){
        var holder=document.getElementById(id);
        if(!holder||!window.echarts){return}
        var drawing=holder.querySelector("svg.chart"),box=document.createElement("div");
        box.className="live";box.setAttribute("role","img");
        box.setAttribute("aria-label",drawing.getAttribute("aria-label"));
        drawing.parentNode.insertBefore(box,drawing);
        var option=options[id],chart=window.echarts.init(box,null,{renderer:"svg"});
        option.textStyle={fontFamily:getComputedStyle(document.body).fontFamily};
        chart.setOption(option);drawing.style.display="none";
        live.push({chart:chart,box:box,drawing:drawing});
        }
        Object.keys(options).sort().forEach(start);
        window.addEventListener("resize",function(){live.forEach(function(item){item.chart.resize()})});
        function show(drawings){live.forEach(function(item){
        item.drawing.style.display=drawings?"":"none";item.box.style.display=drawings?"none":""})}
        window.addEventListener("beforeprint",function(){show(true)});
        window.addEventListener("afterprint",function(){show(false)});
        })();
        """
}
